"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "0ad86fbae9e935e108f819f67e7d66c848dfa6688d9d49ea4df0aa30f69d0674"
