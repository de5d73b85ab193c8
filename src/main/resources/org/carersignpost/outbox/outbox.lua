-- Keeps a text that must be sent; the same id again changes nothing. See OutboxScript for the keys.
local function outbox_put(prefix, conversation, now, id, due, purpose, body, condition)
  local entry = prefix .. 'entry:' .. id
  if redis.call('EXISTS', entry) == 1 then
    return
  end
  redis.call('HSET', entry, 'conversation', conversation, 'purpose', purpose, 'state', 'queued', 'at', now,
    'due', due, 'attempts', '0', 'condition', condition, 'body', body)
  redis.call('ZADD', prefix .. 'due', due, id)
  redis.call('RPUSH', prefix .. 'of:' .. conversation, id)
end

-- Erases all texts of a conversation, sent or not.
local function outbox_forget(prefix, conversation)
  for _, id in ipairs(redis.call('LRANGE', prefix .. 'of:' .. conversation, 0, -1)) do
    redis.call('DEL', prefix .. 'entry:' .. id)
    redis.call('ZREM', prefix .. 'due', id)
    redis.call('ZREM', prefix .. 'sending', id)
    redis.call('ZREM', prefix .. 'failed', id)
  end
  redis.call('HDEL', prefix .. 'busy', conversation)
  redis.call('DEL', prefix .. 'of:' .. conversation)
end
