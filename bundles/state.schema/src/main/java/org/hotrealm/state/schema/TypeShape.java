package org.hotrealm.state.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes two declared types the same. */
record TypeShape(String name, @Nullable StateType parent, List<FieldShape> own) {}
