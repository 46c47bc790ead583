package org.hotrealm.content.files;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotrealm.content.api.Formula;
import org.hotrealm.content.api.FormulaException;

/** Reads the formulas of skills, and checks that the attributes they name are somebody's. */
final class Formulas {

    /** What everybody has, whatever the content says. */
    private static final List<String> EVERYBODY = List.of("armour", "hp", "level", "mana", "maxHp", "maxMana", "speed");

    /** What no status changes. */
    private static final List<String> FIXED = List.of("hp", "level", "mana", "maxHp", "maxMana");

    private static final Formula NOTHING = Formula.of(0);

    private final Problems problems;
    private final Set<String> attributes = new TreeSet<>(EVERYBODY);
    private final boolean complete;

    /** Complete where every file that gives attributes could be read: only then are unknown ones told. */
    Formulas(Problems problems, boolean complete) {
        this.problems = problems;
        this.complete = complete;
    }

    /** The formula at a place: a number or a text; 0 where nothing is given or it cannot be read. */
    static Formula read(Json at) {
        if (at.missing()) {
            return NOTHING;
        }
        try {
            return at.node().isNumber()
                    ? Formula.of(at.node().doubleValue())
                    : Formula.of(at.node().stringValue(""));
        } catch (FormulaException e) {
            return NOTHING;
        }
    }

    /** Adds the attributes that the members of an object have, such as the classes of heroes. */
    void attributesOf(Json owners) {
        owners.fields((id, at) -> at)
                .values()
                .forEach(owner ->
                        attributes.addAll(owner.get("attributes").numbers().keySet()));
    }

    /** Tells of every formula that cannot be read and of every attribute that nobody has. */
    void check(Json skills) {
        for (Json skill : skills.fields((id, at) -> at).values()) {
            for (Json effect : skill.get("effects").items()) {
                formula(effect.get("amount"));
                String changed = effect.text("attribute", "");
                if (FIXED.contains(changed)) {
                    problems.at(effect.get("attribute"), "'%s' is not changed by statuses".formatted(changed));
                } else if (!changed.isEmpty() && unknown(changed)) {
                    problems.at(effect.get("attribute"), nobodyHas(changed));
                }
            }
        }
    }

    private boolean unknown(String attribute) {
        return complete && !attributes.contains(attribute);
    }

    private String nobodyHas(String attribute) {
        return "there is no attribute '%s': %s".formatted(attribute, NearMiss.suggest(attribute, attributes));
    }

    private void formula(Json at) {
        if (at.missing() || at.node().isNumber()) {
            return;
        }
        String text = at.node().stringValue("");
        try {
            for (Formula.Name name : Formula.of(text).names()) {
                if (unknown(name.attribute())) {
                    tell(at, text, name.position(), nobodyHas(name.attribute()));
                }
            }
        } catch (FormulaException e) {
            String hint = e.name().isEmpty() ? "" : ": " + NearMiss.suggest(e.name(), e.known());
            tell(at, text, e.position(), e.reason() + hint);
        }
    }

    private void tell(Json at, String text, int position, String reason) {
        problems.at(at, "at character %d of \"%s\": %s".formatted(position, text, reason));
    }
}
