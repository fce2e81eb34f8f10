"""SHA-256 of proto/zscl.proto."""

SCHEMA_HASH = "79591a04daf89f5ff866f0a6a22ddec00e1a2a63633882c775080d95987ed2d3"
