package org.hotrealm.ops.config;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configuration Admin by PIDs as files have them: {@code <pid>} or {@code <factory pid>~<name>}. */
final class Admin implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(Admin.class);

    /** Lets a second version of a bundle beside the first have the same settings. */
    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    Admin(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void put(String pid, Map<String, Object> settings) throws IOException {
        int factoryEnd = pid.indexOf('~');
        Configuration configuration = factoryEnd < 0
                ? admin.getConfiguration(pid, ANY_BUNDLE)
                : admin.getFactoryConfiguration(
                        pid.substring(0, factoryEnd), pid.substring(factoryEnd + 1), ANY_BUNDLE);
        if (configuration.updateIfDifferent(new Hashtable<>(settings))) {
            LOG.info("{} is configured: {}", pid, settings.keySet());
        }
    }

    @Override
    public boolean has(String pid) throws IOException {
        return find(pid).length > 0;
    }

    @Override
    public void delete(String pid) throws IOException {
        for (Configuration configuration : find(pid)) {
            configuration.delete();
        }
    }

    private Configuration[] find(String pid) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? new Configuration[0] : found;
        } catch (InvalidSyntaxException e) {
            throw new IOException(pid + " is no PID", e);
        }
    }
}
