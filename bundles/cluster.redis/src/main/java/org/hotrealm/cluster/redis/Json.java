package org.hotrealm.cluster.redis;

import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.RoomListing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Listings as they lie in Redis: JSON, so that an operator can read them and newer nodes may add fields. */
final class Json {

    private static final Logger LOG = LoggerFactory.getLogger(Json.class);

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] bytes(Object listing) {
        return mapper.writeValueAsBytes(listing);
    }

    @Nullable
    RoomListing room(byte[] bytes) {
        return read(bytes, RoomListing.class);
    }

    @Nullable
    NodeInfo node(byte[] bytes) {
        return bytes.length == 0 ? null : read(bytes, NodeInfo.class);
    }

    private <T> @Nullable T read(byte[] bytes, Class<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (JacksonException | NullPointerException e) {
            LOG.warn("an entry of the directory is no {} and is passed over: {}", type.getSimpleName(), e.getMessage());
            return null;
        }
    }
}
