"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "1f3bc7a6904bac686f05a5f7dc5280bfe45edc2b2367bd61b6bf6f0e87ff8463"
