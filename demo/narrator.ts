const BOLD = '1';
const DIM = '2';
const GREEN = '32';
const YELLOW = '33';
const CYAN = '36';

export type Row = readonly (string | number)[];

export interface Screen {
  write(text: string): void;
  readonly colours: boolean;
  /** Rows under a heading, laid out in columns. */
  table(heading: readonly string[], rows: readonly Row[]): string;
}

/** Tells what happens, with the procedure's date before each line. */
export class Narrator {
  readonly #screen: Screen;
  readonly #date: () => string;

  constructor(screen: Screen, date: () => string) {
    this.#screen = screen;
    this.#date = date;
  }

  /** A stage begins. */
  stage(text: string): void {
    this.#screen.write(`\n${this.#paint(CYAN, this.#date())}  ${this.#paint(BOLD, text)}\n`);
  }

  tell(text: string): void {
    this.#screen.write(`${this.#paint(DIM, this.#date())}  ${text}\n`);
  }

  /** Something that should catch the eye: silence, a death, an objection. */
  mark(text: string): void {
    this.#screen.write(`${this.#paint(DIM, this.#date())}  ${this.#paint(YELLOW, text)}\n`);
  }

  /** Without a date: what is not part of the procedure. */
  plain(text = ''): void {
    this.#screen.write(`${text}\n`);
  }

  table(heading: readonly string[], rows: readonly Row[]): void {
    this.plain(this.#screen.table(heading, rows));
  }

  heading(text: string): void {
    this.#screen.write(`\n${this.#paint(BOLD, text)}\n`);
  }

  good(text: string): void {
    this.#screen.write(`${this.#paint(GREEN, text)}\n`);
  }

  #paint(code: string, text: string): string {
    return this.#screen.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
