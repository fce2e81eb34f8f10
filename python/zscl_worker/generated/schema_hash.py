"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "b3e26ad98e0e6fd82a9ff035f3c4fb78861b1154e71ca649804b77749934af12"
