"""The method: model, data, losses, averaging, training, evaluation, checkpoints. No sockets, no protobuf."""
