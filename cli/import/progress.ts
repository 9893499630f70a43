import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../../shared/application/import/import-file.ts';

/** A bar on a terminal; nothing where the output is read by a program. */
export function progressBar(stream: NodeJS.WriteStream): { readonly show: Progress; stop(): void } {
  if (!stream.isTTY) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: '  {bar} {percentage}%  {value} of {total} rows, {eta_formatted} left', hideCursor: true, stream },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done, all) => {
      if (!started) bar.start(all, done);
      else bar.update(done);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
