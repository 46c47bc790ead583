# Read by the scripts that start Java: prints the path of a java 25 or newer, or nothing.

java_version_of() {
    [ -x "$1/bin/java" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_java() {
    for candidate in "${HOTREALM_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && [ "$(java_version_of "$candidate" || true)" -ge 25 ] 2>/dev/null; then
            printf '%s' "$candidate/bin/java"
            return
        fi
    done
    path_java=$(command -v java) || return 0
    major=$("$path_java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    if [ "${major:-0}" -ge 25 ]; then
        readlink -f "$path_java" 2>/dev/null || printf '%s' "$path_java"
    fi
}

no_java="Hotrealm needs Java 25 or newer: install a JDK 25 (for instance Eclipse Temurin) or name its folder in HOTREALM_JAVA_HOME."
