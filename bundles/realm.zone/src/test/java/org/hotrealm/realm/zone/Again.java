package org.hotrealm.realm.zone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.hotrealm.room.api.Behaviour;

/**
 * The classes of one bundle once more, as they are there when another version of it is installed: the same code, but nothing
 * that the one made is an instance of the other's classes.
 */
final class Again extends ClassLoader {

    private final String itsPackage;

    private Again(Class<?> one) {
        super(one.getClassLoader());
        itsPackage = one.getPackageName() + ".";
    }

    /** A behaviour of this class as another version of its bundle makes it. */
    static Behaviour of(Class<? extends Behaviour> type, Object... arguments) {
        try {
            Class<?> other = new Again(type).loadClass(type.getName());
            var constructor = Arrays.stream(other.getDeclaredConstructors())
                    .filter(each -> each.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            constructor.setAccessible(true);
            return (Behaviour) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made again", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : name.startsWith(itsPackage) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
