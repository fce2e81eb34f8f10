"""Small datasets in the published on-disk layouts, written from their documentation and not from the readers."""
