"""One site made by several machines: each makes the plans of its shard, and one puts the shards together."""
