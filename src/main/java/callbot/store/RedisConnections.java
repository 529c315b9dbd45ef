package callbot.store;

import java.time.Duration;
import java.time.Instant;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.PooledObjectFactory;
import redis.clients.jedis.Connection;

/**
 * Connections to Redis for a pool that asks each of them whether it still lives before it is used. When one is found dead,
 * then or in use, all that are as old are taken for dead without being asked: if Redis has gone silent, each question would
 * take as long as one waits for an answer, and a full pool of them half a minute.
 */
final class RedisConnections implements PooledObjectFactory<Connection> {

    /** Whoever has answered within this time is not asked again: under load, that halves the ways to Redis. */
    private static final Duration JUST_NOW = Duration.ofMillis(10);

    private final PooledObjectFactory<Connection> real;
    private volatile Instant lastDeath = Instant.MIN;

    /** Connections that this factory makes. */
    RedisConnections(PooledObjectFactory<Connection> real) {
        this.real = real;
    }

    @Override
    public boolean validateObject(PooledObject<Connection> connection) {
        if (connection.getCreateInstant().isBefore(lastDeath)) return false;
        if (connection.getIdleDuration().compareTo(JUST_NOW) < 0) return true;
        boolean alive = real.validateObject(connection);
        if (!alive) died(connection);
        return alive;
    }

    @Override
    public void destroyObject(PooledObject<Connection> connection) throws Exception {
        if (connection.getObject().isBroken()) died(connection);
        real.destroyObject(connection);
    }

    @Override
    public PooledObject<Connection> makeObject() throws Exception {
        return real.makeObject();
    }

    @Override
    public void activateObject(PooledObject<Connection> connection) throws Exception {
        real.activateObject(connection);
    }

    @Override
    public void passivateObject(PooledObject<Connection> connection) throws Exception {
        real.passivateObject(connection);
    }

    /** It was dead when it was last taken, or died since: what was made after that is none the worse for it. */
    private void died(PooledObject<Connection> connection) {
        Instant taken = connection.getLastBorrowInstant();
        if (taken.isAfter(lastDeath)) lastDeath = taken;
    }
}
