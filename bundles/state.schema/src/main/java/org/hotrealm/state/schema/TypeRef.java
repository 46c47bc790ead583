package org.hotrealm.state.schema;

/** A type to refer to in a declaration: a built one, or the builder itself for a type that contains its own kind. */
public sealed interface TypeRef permits StateType, StateType.Builder {}
