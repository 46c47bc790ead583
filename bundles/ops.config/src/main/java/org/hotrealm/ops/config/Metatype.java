package org.hotrealm.ops.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hotrealm.ops.config.Setting.Type;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the description of settings that bnd writes into a bundle ({@code OSGI-INF/metatype/*.xml}, OSGi Metatype). */
final class Metatype {

    private Metatype() {}

    /** The components that one file of a bundle describes. */
    static List<Described> read(InputStream xml, String bundle) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
            Map<String, Element> classes = new LinkedHashMap<>();
            children(root, "OCD").forEach(each -> classes.put(each.getAttribute("id"), each));
            List<Described> found = new ArrayList<>();
            for (Element designate : children(root, "Designate")) {
                for (Element object : children(designate, "Object")) {
                    Element described = classes.get(object.getAttribute("ocdref"));
                    if (described != null) {
                        found.add(component(designate, described, bundle));
                    }
                }
            }
            return found;
        } catch (ParserConfigurationException | SAXException | RuntimeException e) {
            throw new IOException("the description of settings in " + bundle + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Described component(Element designate, Element described, String bundle) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Element each : children(described, "AD")) {
            Setting setting = setting(each);
            settings.put(setting.key(), setting);
        }
        String factory = designate.getAttribute("factoryPid");
        String pid = factory.isEmpty() ? designate.getAttribute("pid") : factory;
        return new Described(pid, !factory.isEmpty(), bundle, described.getAttribute("name"), settings);
    }

    private static Setting setting(Element each) {
        String cardinality = each.getAttribute("cardinality");
        boolean many = !cardinality.isEmpty() && !cardinality.equals("0");
        List<String> options = children(each, "Option").stream()
                .map(option -> option.getAttribute("value"))
                .toList();
        return new Setting(
                each.getAttribute("id"),
                Type.of(each.getAttribute("type")),
                many,
                defaults(each, many),
                number(each.getAttribute("min")),
                number(each.getAttribute("max")),
                options,
                each.getAttribute("description"));
    }

    private static List<String> defaults(Element each, boolean many) {
        if (!each.hasAttribute("default")) {
            return List.of();
        }
        String text = each.getAttribute("default");
        if (many) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
        }
        return List.of(text);
    }

    private static @Nullable Double number(String text) {
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            Node node = all.item(i);
            if (node instanceof Element element && name.equals(element.getTagName())) {
                found.add(element);
            }
        }
        return found;
    }
}
