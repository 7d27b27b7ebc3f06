import { boundariesCommand } from './boundaries/boundaries-command.js';
import { UsageError } from './boundaries/options.js';
import type { Output } from './output.js';

const HELP = `Usage: zicht-op <command> [options]

  boundaries   writes the shapes of regions as compact boundaries

zicht-op <command> --help tells more.
`;

const CONSOLE: Output = {
  print: (text) => void process.stdout.write(text),
  warn: (line) => void process.stderr.write(`${line}\n`),
};

/**
 * Runs the publisher's command and answers its exit code: 0 done, 1 something can't be read, made or written, 2 what was
 * typed isn't understood. Never throws: what went wrong is told in a line.
 */
export async function run(parameters: readonly string[], output: Output = CONSOLE): Promise<number> {
  const [command, ...rest] = parameters;
  try {
    if (command === 'boundaries') return await boundariesCommand(rest, output);
    if (command === '--help' || command === 'help') {
      output.print(HELP);
      return 0;
    }
    throw new UsageError(command === undefined ? 'say what to do' : `there is no command ${command}`);
  } catch (error) {
    output.warn(`zicht-op: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof UsageError)) return 1;
    output.warn(`Try: zicht-op ${command === 'boundaries' ? 'boundaries ' : ''}--help`);
    return 2;
  }
}
