/**
 * What the bot counts and measures, for whoever watches over it, in the
 * <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">text format of Prometheus</a>. It is few, names nobody, and
 * is given only to who has the token for it.
 */
package callbot.metrics;
