"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "a4b0eda597fc673ee533cac4e16bc11dcab6c41b2e09666545f7039c7526a573"
