/** Pages of help that belong to no command: `rostrum help exit-codes`. */
export const TOPICS: Readonly<Record<string, string>> = {
  'exit-codes': `Exit codes of every command:

  0  it was done
  1  it failed for a reason of its own; the sentence says which
  2  the input or the way the command was called is wrong; nothing was changed
  3  the problem has no solution (too few reviewers, for example); the shortage is named
  4  a rule of the procedure said no, or you may not do this; nothing was changed
  5  the API, the database or Temporal does not answer; sending the same again is safe
`,
  environment: `Variables that commands read (an option goes before its variable):

  ROSTRUM_API        address of the API, as in http://localhost:8080 (--api)
  ROSTRUM_TOKEN      token to speak with, before that of "rostrum login"; dev:E001 is one to try out with (--as E001)
  ROSTRUM_DATA_DIR   folder of the installation that "rostrum up" runs, .rostrum by default (--data-dir)
  DATABASE_URL       database of commands that work on it directly: recover, ledger, doctor, migrate, retention, erase
  TEMPORAL_ADDRESS   Temporal server of recover and doctor, as in localhost:7233
  ROSTRUM_MASTER_KEY key of the personal data, for ledger rebuild, ledger export --open and doctor

Without any of them, commands use the installation that "rostrum up" runs from this folder.
docs/environment.md lists what the processes read.
`,
};
