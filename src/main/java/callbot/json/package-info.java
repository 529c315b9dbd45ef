/**
 * JSON, read with care. The one package that knows the JSON library: every other one sees {@link callbot.json.Json}
 * values, whose fields are asked for by name and type, so that a missing field, a wrong type, trailing rubbish or a
 * document of absurd depth becomes one exception with a sentence instead of a null that travels.
 *
 * <p>Everybody may use it; it uses nothing of ours.
 */
package callbot.json;
