import IconCalendarEvent from '@tabler/icons-react/icons/IconCalendarEvent';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconTimeline from '@tabler/icons-react/icons/IconTimeline';
import IconUser from '@tabler/icons-react/icons/IconUser';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { findQuery } from '../api/find.ts';
import classes from './find-sheet.module.css';
import { type Hit, hitsOf } from './found.ts';

/** Whoever types on is asked for once, so many milliseconds after the last key. */
const PAUSE_MS = 150;

const SIGNS = {
  places: IconSearch,
  people: IconUser,
  procedures: IconTimeline,
  courses: IconCalendarEvent,
  applications: IconFileText,
} as const;

/** Finds something by its name, and leads to its page; all of it by keys. */
export default function FindSheet({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const reader = useReader();
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, type] = useState('');
  const [at, move] = useState(0);
  const sought = useLater(typed.trim());
  const { data, error, refetch } = useQuery(findQuery(sought));
  const hits = sought && data ? hitsOf(t, reader, data) : [];
  useEffect(() => dialog.current?.showModal(), []);
  const open = (hit: Hit | undefined) => {
    if (!hit?.path) return;
    close();
    router.history.push(hit.path);
  };
  const steps: Readonly<Record<string, number | undefined>> = { ArrowDown: 1, ArrowUp: -1 };
  const active = hits[Math.min(at, hits.length - 1)];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, as browsers have it
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-label={t('app.find')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={classes.field}>
        <IconSearch size={19} stroke={1.8} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value);
            move(0);
          }}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (step && hits.length) {
              event.preventDefault();
              move((before) => (Math.min(before, hits.length - 1) + step + hits.length) % hits.length);
            }
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(active);
          }}
          aria-label={t('find.what')}
          placeholder={t('find.what')}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck="false"
        />
        <button type="button" onClick={close}>
          {t('app.close')}
        </button>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('find.found')} className={classes.hits}>
        {hits.map((hit) => {
          const Sign = SIGNS[hit.kind];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above listens for Enter
            <div
              key={hit.id}
              id={`${id}-${hit.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === active}
              aria-disabled={hit.path === null}
              className={classes.hit}
              onClick={() => open(hit)}
            >
              <Sign size={18} stroke={1.7} aria-hidden="true" />
              <span className={classes.name}>{hit.name}</span>
              <span className={classes.more}>{hit.more}</span>
            </div>
          );
        })}
      </div>
      <div className={classes.foot} role="status">
        {error ? (
          <ErrorSentence error={error} again={() => void refetch()} />
        ) : !sought ? (
          t('find.hint')
        ) : !data ? null : hits.length === 0 ? (
          t('find.nothing', { sought })
        ) : data.more.length > 0 ? (
          t('find.more')
        ) : !active?.path ? (
          t('find.noPage')
        ) : (
          t('find.keys')
        )}
      </div>
    </dialog>
  );
}

/** A text as it stands once nothing was typed for a moment. */
function useLater(text: string): string {
  const [later, put] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => put(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
