package org.hotrealm.progress.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.Driver;
import org.junit.jupiter.api.Test;

class FirstUseTest {

    @Test
    void whatH2KeepsOfItsFirstUseNamesNobodyButH2AndTheJdk() throws Exception {
        URL h2 = Driver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader fresh = new URLClassLoader(new URL[] {h2}, ClassLoader.getPlatformClassLoader())) {
            FirstUse.of(fresh);

            List<Throwable> kept = kept(fresh.loadClass("org.h2.message.DbException"));
            assertThat(kept).isNotEmpty();
            assertThat(kept)
                    .flatExtracting(error -> Arrays.asList(error.getStackTrace()))
                    .extracting(StackTraceElement::getClassName)
                    .isNotEmpty()
                    .allMatch(
                            name -> name.startsWith("org.h2.") || name.startsWith("java.") || name.startsWith("jdk."));
        }
    }

    @Test
    void aDatabaseThatIsNotH2IsLeftAlone() {
        FirstUse.of(ClassLoader.getPlatformClassLoader());
    }

    private static List<Throwable> kept(Class<?> errors) throws IllegalAccessException {
        List<Throwable> kept = new ArrayList<>();
        for (Field field : errors.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && Throwable.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                kept.add((Throwable) field.get(null));
            }
        }
        return kept;
    }
}
