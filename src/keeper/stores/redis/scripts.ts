/** What both scripts answer if the key does not hold a record. */
export const wrongType = 'other';

/**
 * KEYS: the key of a hash with the fields `version` and `record`. Answers { version, record }, {} if there is no record,
 * or `wrongType`.
 */
export const readScript = `
local kind = redis.call('TYPE', KEYS[1]).ok
if kind == 'none' then return {} end
if kind ~= 'hash' then return '${wrongType}' end
local values = redis.call('HMGET', KEYS[1], 'version', 'record')
if not values[1] or not values[2] then return '${wrongType}' end
return values`;

/**
 * KEYS: the key. ARGV: 'nothing' or 'at VERSION', the record, and a random ID. Answers 'yes', 'no' or `wrongType`.
 *
 * Redis runs a script as one atomic step. A client that lost its connection may send the same call again (ioredis does).
 * So if the stored version has the ID of this call, the answer is 'yes'. The ID also makes each version unique: a server
 * that lost writes uses the same numbers again.
 */
export const replaceScript = `
local kind = redis.call('TYPE', KEYS[1]).ok
local current = 'nothing'
local number = 0
if kind == 'hash' then
  local version = redis.call('HGET', KEYS[1], 'version')
  if not version then return '${wrongType}' end
  if string.sub(version, -string.len(ARGV[3]) - 1) == '.' .. ARGV[3] then return 'yes' end
  current = 'at ' .. version
  number = tonumber(string.match(version, '^(%d+)%.')) or 0
elseif kind ~= 'none' then
  return '${wrongType}'
end
if ARGV[1] ~= current then return 'no' end
redis.call('HSET', KEYS[1], 'version', string.format('%.0f', number + 1) .. '.' .. ARGV[3], 'record', ARGV[2])
redis.call('PERSIST', KEYS[1])
return 'yes'`;
