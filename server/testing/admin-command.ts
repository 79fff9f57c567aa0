/** The admin command, run in this process, with what it prints. */
import { runAdmin } from '../admin/run';

export interface AdminRun {
  readonly exitCode: number;
  /** Lines. */
  readonly out: readonly string[];
  /** What it complained of. */
  readonly complaints: readonly string[];
}

/** Runs the admin command on a data directory. */
export async function admin(dataDir: string, ...argv: readonly string[]): Promise<AdminRun> {
  const out: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runAdmin(
    argv,
    { DATA_DIR: dataDir },
    { print: (text) => out.push(...text.split('\n')), complain: (text) => complaints.push(...text.split('\n')) },
  );
  return { exitCode, out, complaints };
}
