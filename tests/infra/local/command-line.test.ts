import { describe, expect, it } from 'vitest';
import { CommandLineError, readCommandLine } from '../../../infra/local/command-line.ts';

describe('the command line', () => {
  it('needs nothing', () => {
    expect(readCommandLine([])).toEqual({
      port: 3000,
      empty: false,
      memory: false,
      today: undefined,
      data: '.local/data',
      help: false,
    });
  });

  it('takes every option', () => {
    const words = ['--port', '4000', '--empty', '--today', '2026-03-09', '--data', '/tmp/x'];
    expect(readCommandLine(words)).toMatchObject({ port: 4000, empty: true, today: '2026-03-09', data: '/tmp/x' });
    expect(readCommandLine(['--memory'])).toMatchObject({ memory: true });
  });

  it.each([
    [['--port', 'x'], '--port x is not a port'],
    [['--port', '0'], '--port 0 is not a port'],
    [['--port', '65534'], 'from 1 to 65533'],
    [['--port=-1'], 'is not a port'],
    [['--port'], "'--port <value>' argument missing"],
    [['--today', '2026-02-30'], '--today 2026-02-30 is not a day'],
    [['--today', '1 March'], 'Write it as YYYY-MM-DD'],
    [['--data', ''], '--data needs the name of a folder'],
    [['--memory', '--data', 'x'], 'Choose --memory'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['extra'], "Unexpected argument 'extra'"],
  ])('%j is an error that says what is wrong', (words, message) => {
    expect(() => readCommandLine(words)).toThrow(CommandLineError);
    expect(() => readCommandLine(words)).toThrow(message);
  });
});
