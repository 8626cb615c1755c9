/** Of all our keys in Redis. Braces make one hash slot of them, which Redis Cluster needs. */
export const REDIS_PREFIX = '{copydesk}';
