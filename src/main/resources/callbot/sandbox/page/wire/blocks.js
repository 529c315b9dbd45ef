// Which lines of the wire are shown, and which of them belong together.

/** What the bot does on its own is told apart by pauses of so many milliseconds. */
const PAUSE = 2000;

const isRemark = line => !line.from;
const timeOf = line => Date.parse(line.time);

/** What has made the bot begin this piece of work. A webhook tells little of that, an answer of Webex all. */
export function labelOf(lines, command) {
  const told = lines.filter(line => line.command === command && line.label);
  return (told.findLast(line => line.to === 'webex') ?? told[0])?.label;
}

/**
 * The lines that are to be seen.
 *
 * choice is empty for all, alone for what no event has caused, command:id for a piece of work, or call:id for all pieces
 * of work that have to do with a call.
 */
export function chosen(lines, choice, withStore) {
  const [kind, id] = choice.split(':');
  const commands = new Set(lines.filter(line => mentions(line, id)).map(line => line.command).filter(Boolean));
  const fits = {
    '': () => true,
    alone: line => !isRemark(line) && !line.command,
    command: line => line.command === id,
    call: line => commands.has(line.command) || mentions(line, id),
  }[kind];
  return lines.filter(line => fits(line) && (withStore || line.to !== 'store'));
}

const mentions = (line, session) => line.calls.some(call => call.session === session);

/**
 * The lines in blocks: of each piece of work together, in the order in which they began. A remark is a block of its own,
 * over which no other reaches: what comes after it may come because of it.
 */
export function blocks(lines) {
  const found = new Map();
  let part = 0;
  let alone;
  for (const line of lines) {
    if (isRemark(line)) part++;
    else if (!line.command && !(alone && timeOf(line) - timeOf(alone.last) < PAUSE)) alone = { first: line };
    if (!isRemark(line) && !line.command) alone.last = line;
    const key = isRemark(line) ? `remark ${line.number}` : `${part} ${line.command ?? alone.first.number}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(line);
  }
  return [...found.values()];
}

/** What one can choose: for each piece of work and each call its id, the time at which it began, and a name. */
export function choices(lines) {
  const commands = new Map();
  const calls = new Map();
  for (const line of lines) {
    const { command, time } = line;
    if (command && !commands.has(command)) commands.set(command, { id: command, time, name: labelOf(lines, command) ?? line.what });
    for (const call of line.calls) if (!calls.has(call.session)) calls.set(call.session, { id: call.session, time, name: `with ${call.with}` });
  }
  return { commands: [...commands.values()], calls: [...calls.values()] };
}
