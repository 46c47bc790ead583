package org.hotrealm.itests.promise;

import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** What is promised for each kind of bundle, and how that is seen. */
enum Kind {
    BEHAVIOUR {
        @Override
        void check(Swap swap, SoftAssertions softly) {
            done(swap, softly);
            undisturbed(swap, softly);
            softly.assertThat(swap.rooms()).as("rooms that changed over").isPositive();
            softly.assertThat(swap.gapMillis()).as("late, ms").isLessThan(Limits.LATE_MILLIS);
        }
    },
    STATE {
        @Override
        void check(Swap swap, SoftAssertions softly) {
            done(swap, softly);
            undisturbed(swap, softly);
            softly.assertThat(swap.rooms()).as("rooms that changed over").isPositive();
            softly.assertThat(swap.gapMillis()).as("frozen, ms").isLessThan(Limits.FREEZE_MILLIS);
        }
    },
    ADAPTER {
        @Override
        void check(Swap swap, SoftAssertions softly) {
            done(swap, softly);
            undisturbed(swap, softly);
            softly.assertThat(swap.rooms()).as("rooms that changed over").isZero();
        }
    },
    RESOURCE {
        @Override
        void check(Swap swap, SoftAssertions softly) {
            done(swap, softly);
            Fate fate = swap.fate();
            softly.assertThat(fate.closed()).as("sockets closed for good").isZero();
            softly.assertThat(fate.drops()).as("sockets closed").isGreaterThanOrEqualTo(swap.bots());
            softly.assertThat(fate.resumed()).as("seats resumed by the SDK").isEqualTo(swap.bots());
            softly.assertThat(fate.longestGap()).as("until resumed, ms").isLessThan(Limits.RESUME_MILLIS);
            remembered(swap, softly);
        }
    },
    CONTRACT {
        @Override
        void check(Swap swap, SoftAssertions softly) {
            softly.assertThat(swap.verdict()).as(swap.reason()).isEqualTo("REFUSED");
            softly.assertThat(swap.reason()).contains("realm:move all").contains("restart this node");
            swap.restarts().forEach(name -> softly.assertThat(swap.reason()).contains(name));
            softly.assertThat(swap.after()).as("what is installed").isEqualTo(swap.before());
            undisturbed(swap, softly);
        }
    };

    static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("promises.csv has the kind '" + name + "', which is none"));
    }

    /** Asserts what is promised for this kind. */
    abstract void check(Swap swap, SoftAssertions softly);

    private static void done(Swap swap, SoftAssertions softly) {
        softly.assertThat(swap.verdict()).as(swap.reason()).isEqualTo("DONE");
        softly.assertThat(swap.reason()).as("the old class loader").contains("is collected");
        softly.assertThat(swap.kind()).as("its kind").isEqualTo(swap.promised().name());
        softly.assertThat(swap.after()).as("what is installed").isEqualTo(swap.wanted());
    }

    /** No socket closed, every question answered, every move taken into account, and monsters as they were. */
    private static void undisturbed(Swap swap, SoftAssertions softly) {
        softly.assertThat(swap.fate().misheard())
                .as("words lost in the other room")
                .isZero();
        softly.assertThat(swap.fate().drops() + swap.fate().closed())
                .as("sockets closed")
                .isZero();
        remembered(swap, softly);
    }

    private static void remembered(Swap swap, SoftAssertions softly) {
        Fate fate = swap.fate();
        softly.assertThat(fate.seated()).as("bots with their seat").isEqualTo(swap.bots());
        softly.assertThat(fate.unsettled()).as("bots that lost an input").isZero();
        softly.assertThat(fate.unanswered()).as("questions never answered").isZero();
        softly.assertThat(fate.hungUp())
                .as("clients of the other room closed for good")
                .isZero();
        softly.assertThat(fate.patches()).as("patches").isPositive();
        softly.assertThat(fate.remembered())
                .as("monsters asked for their memory")
                .isPositive();
        softly.assertThat(fate.forgotten()).as("monsters without their memory").isEmpty();
    }
}
