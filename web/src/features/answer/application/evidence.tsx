import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../../../api/own-path.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useReader } from '../../../format/reader.ts';
import type { OwnFile } from '../api/application.ts';
import { TAKEN, upload } from '../api/upload.ts';
import classes from './evidence.module.css';

/** A file on its way, or one that was not taken. */
interface Sending {
  readonly key: number;
  readonly name: string;
  readonly share: number;
  readonly refused?: string;
}

interface EvidenceProps {
  readonly ids: readonly string[];
  /** Those that were there when the page was opened, by their names. */
  readonly known: readonly OwnFile[];
  readonly change: (put: (ids: readonly string[]) => readonly string[]) => void;
  /** Told how many files are on their way. */
  readonly tellUnderWay: (count: number) => void;
  readonly disabled: boolean;
}

/** Files: each goes to the server at once and says how far it is; one that is not taken says why in a sentence. */
export function Evidence({ ids, known, change, tellUnderWay, disabled }: EvidenceProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const [sending, put] = useState<readonly Sending[]>([]);
  const [names, name] = useState<ReadonlyMap<string, string>>(() => new Map(known.map((file) => [file.id, file.name])));
  const chooser = useRef<HTMLInputElement>(null);
  const latest = useRef(0);
  /** The number of each that was chosen here: the first to be chosen stays the first, whichever is there first. */
  const chosen = useRef(new Map<string, number>());
  const [gone] = useState(() => new AbortController());
  const [dropping, drop] = useState(false);
  useEffect(() => () => gone.abort(), [gone]);
  const underWay = sending.filter(({ refused }) => refused === undefined).length;
  useEffect(() => tellUnderWay(underWay), [tellUnderWay, underWay]);

  const patch = (key: number, change: Partial<Sending>) =>
    put((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));

  const add = async (file: File) => {
    latest.current += 1;
    const key = latest.current;
    put((before) => [...before, { key, name: file.name, share: 0 }]);
    try {
      const { id } = await upload(file, (share) => patch(key, { share }), gone.signal);
      name((before) => new Map(before).set(id, file.name));
      put((before) => before.filter((one) => one.key !== key));
      chosen.current.set(id, key);
      const numberOf = (one: string) => chosen.current.get(one) ?? 0;
      change((before) => (before.includes(id) ? before : [...before, id].sort((a, b) => numberOf(a) - numberOf(b))));
    } catch (error) {
      const refused = error instanceof ApiProblem ? error.message : t('app.error.lostWhat');
      patch(key, { refused: refused || t('app.error.failedWhat') });
    }
  };
  const addAll = (files: FileList | null) => {
    for (const file of files ?? []) void add(file);
  };
  const percent = new Intl.NumberFormat(reader.language, { style: 'percent' });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped on it; the button does the same
    <div
      className={classes.evidence}
      data-dropping={dropping}
      onDragOver={(event) => {
        event.preventDefault();
        if (!disabled) drop(true);
      }}
      onDragLeave={() => drop(false)}
      onDrop={(event) => {
        event.preventDefault();
        drop(false);
        if (!disabled) addAll(event.dataTransfer.files);
      }}
    >
      <ul>
        {ids.map((id) => {
          const called = names.get(id) ?? t('answer.apply.file');
          return (
            <li key={id}>
              <IconFileText size={18} aria-hidden="true" />
              <a href={ownPath(`/api/files/${id}`)} download={called}>
                {called}
              </a>
              <button
                type="button"
                disabled={disabled}
                onClick={() => change((before) => before.filter((other) => other !== id))}
                aria-label={t('answer.remove', { name: called })}
              >
                <IconX size={16} aria-hidden="true" />
              </button>
            </li>
          );
        })}
        {sending.map(({ key, name, share, refused }) => (
          <li key={`sending ${key}`} data-refused={refused !== undefined}>
            {refused === undefined ? (
              <>
                <IconFileText size={18} aria-hidden="true" />
                <span>{name}</span>
                <span className={classes.share} role="status">
                  {share < 1 ? percent.format(share) : t('answer.apply.cleaning')}
                </span>
                <span className={classes.bar} aria-hidden="true">
                  <i style={{ width: `${share * 100}%` }} />
                </span>
              </>
            ) : (
              <>
                <IconAlertTriangle size={18} aria-hidden="true" />
                <span role="alert">
                  <b>{name}</b> {refused}
                </span>
                <button
                  type="button"
                  onClick={() => put((before) => before.filter((one) => one.key !== key))}
                  aria-label={t('answer.apply.dismiss', { name })}
                >
                  <IconX size={16} aria-hidden="true" />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={TAKEN}
        aria-label={t('answer.apply.addFile')}
        onChange={(event) => {
          addAll(event.currentTarget.files);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <button type="button" className={classes.add} disabled={disabled} onClick={() => chooser.current?.click()}>
        <IconPlus size={17} aria-hidden="true" />
        {t('answer.apply.addFile')}
      </button>
      <p className={classes.quiet}>{t('answer.apply.kinds')}</p>
    </div>
  );
}
