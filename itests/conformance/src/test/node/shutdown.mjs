// node shutdown.mjs <endpoint>: says `ready`, then the code with which the server's end reaches the application.
import { complaints, sdk } from './sdk.mjs';

const [endpoint] = process.argv.slice(2);
const { Client } = await sdk(18);
complaints();
const room = await new Client(endpoint).create('ends');
room.onMessage('*', () => {});
const left = new Promise((resolve) => room.onLeave(resolve));
console.log('ready');
console.log(`left with ${await left}`);
process.exit(0);
