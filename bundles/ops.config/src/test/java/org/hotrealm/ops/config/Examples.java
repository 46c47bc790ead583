package org.hotrealm.ops.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A component as bnd describes one, and what the tests need of a framework. */
final class Examples {

    static final String PID = "org.hotrealm.shop.Shop";
    static final String FACTORY = "org.hotrealm.shop.Stall";

    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="c" name="Shop">
                <AD id="port" type="Integer" description="Where" default="2567" min="0" max="65535"/>
                <AD id="seed" type="Long" description="Seed" default="0"/>
                <AD id="slow.factor" type="Double" description="Factor" default="3.0" min="1.1"/>
                <AD id="open" type="Boolean" description="Open" default="true"/>
                <AD id="maxClients" type="Integer" description="Seats" default="10" min="1"/>
                <AD id="hosts" type="String" cardinality="2147483647" description="Hosts" default="a,b"/>
                <AD id="levels" type="Integer" cardinality="2147483647" description="Levels" min="1" default=""/>
                <AD id="mode" type="String" description="Mode" default="fast">
                  <Option label="fast" value="fast"/><Option label="safe" value="safe"/>
                </AD>
                <AD id="password" type="Password" description="Secret" default=""/>
              </OCD>
              <Designate pid="org.hotrealm.shop.Shop"><Object ocdref="c"/></Designate>
              <Designate factoryPid="org.hotrealm.shop.Stall"><Object ocdref="c"/></Designate>
            </metatype:MetaData>
            """;

    private Examples() {}

    static Map<String, Described> components() {
        try {
            Map<String, Described> all = new LinkedHashMap<>();
            Metatype.read(new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)), "org.hotrealm.shop")
                    .forEach(each -> all.put(each.pid(), each));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Described shop() {
        return components().get(PID);
    }

    static Variables variables(Map<String, String> environment) {
        return new Variables(property -> null, environment::get);
    }

    /** Components that refuse what the test says. */
    static final class FakeOutcome implements Outcome {
        final Map<String, String> refusals = new LinkedHashMap<>();
        final java.util.List<String> retried = new java.util.ArrayList<>();

        @Override
        public void begin(String pid) {
            refusals.remove(pid);
        }

        @Override
        public void retry(String pid) {
            retried.add(pid);
        }

        @Override
        public java.util.Optional<String> refusal(String pid) {
            return java.util.Optional.ofNullable(refusals.get(pid));
        }
    }

    /** Remembers what it was given. */
    static final class FakeTarget implements Target {
        final Map<String, Map<String, Object>> given = new LinkedHashMap<>();

        @Override
        public void put(String pid, Map<String, Object> settings) {
            given.put(pid, new LinkedHashMap<>(settings));
        }

        @Override
        public boolean has(String pid) {
            return given.containsKey(pid);
        }

        @Override
        public void delete(String pid) {
            given.remove(pid);
        }
    }
}
