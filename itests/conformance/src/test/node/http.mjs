// node http.mjs <endpoint>: a third party's HTTP route through the SDK's client.http, seats taken by hand, and CORS.
import assert from 'node:assert/strict';
import { playAll } from './play.mjs';
import { sdk } from './sdk.mjs';

const [endpoint] = process.argv.slice(2);
const http = endpoint.replace('ws:', 'http:');
const { Client } = await sdk(18);

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const BODIES = { get: null, post: { a: [1, { b: 'é' }] }, put: { n: null }, patch: { deep: { er: true } }, delete: null };

const routed = METHODS.map((method) => ({
  name: `${method} reaches the route`,
  async run({ client }) {
    const body = BODIES[method];
    const { data, status } = await client.http[method]('/thing/one', {
      query: { color: 'blue' },
      headers: { 'x-own': 'mine' },
      ...(body ? { body } : {}),
    }).then((answer) => ({ data: answer.data ?? answer, status: answer.status ?? 200 }));
    assert.equal(status, 200);
    assert.deepEqual(data, {
      method: method.toUpperCase(),
      path: '/thing/one',
      color: 'blue',
      token: 'Bearer secret',
      own: 'mine',
      body,
    });
  },
}));

const CHECKS = [
  ...routed,
  {
    name: 'a refusal has its status and text',
    run: ({ client }) => assert.rejects(client.http.get('/thing/refuse'), (error) => {
      assert.equal(error.code ?? error.status, 418, String(error));
      assert.match(error.message, /a teapot/);
      return true;
    }),
  },
  {
    name: 'a route that fails is told as 500',
    run: ({ client }) => assert.rejects(client.http.get('/thing/fail'), (error) => (error.code ?? error.status) === 500),
  },
  {
    name: 'a browser may send headers of its own',
    async run() {
      const answer = await fetch(`${http}/thing/one`, {
        method: 'OPTIONS',
        headers: {
          origin: new URL(http).origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'x-own, content-type',
        },
      });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('access-control-allow-origin'), new URL(http).origin);
      assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
      assert.match(answer.headers.get('access-control-allow-headers'), /x-own/);
      assert.match(answer.headers.get('access-control-allow-methods'), /PUT/);
    },
  },
  {
    name: 'a seat got by hand is taken, with the options it was asked for',
    async run({ client }) {
      const answer = await fetch(`${http}/matchmake/create/ends`, { method: 'POST', body: '{"color":"red"}' });
      const room = await client.consumeSeatReservation(await answer.json());
      const told = new Promise((resolve) => room.onMessage('options', resolve));
      room.onMessage('*', () => {});
      assert.deepEqual(await told, { color: 'red' });
      await room.leave();
    },
  },
  {
    name: 'the nearest server is found',
    async run() {
      const dead = 'ws://127.0.0.1:9';
      const { log } = console;
      console.log = () => {};
      const nearest = await Client.selectByLatency([dead, endpoint], {}, { pingCount: 2 }).finally(() => (console.log = log));
      assert.equal(String(nearest.settings.port), new URL(http).port);
    },
  },
];

const client = new Client(endpoint);
client.auth.token = 'secret';
await playAll(`against ${endpoint}`, CHECKS, { client });
