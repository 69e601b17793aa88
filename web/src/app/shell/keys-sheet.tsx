import { useTranslation } from 'react-i18next';
import type { Hint } from '../../ui/hints-shown.ts';
import { hintsShown, Keys } from '../../ui/key-hints.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import classes from './keys-sheet.module.css';
import type { Place } from './places.ts';

/** Which keys work on the page below, and which everywhere. */
export default function KeysSheet({ places, close }: { places: readonly Place[]; close: () => void }) {
  const { t } = useTranslation();
  const everywhere: readonly Hint[] = [
    [['/'], t('app.keys.find')],
    ...places.map(({ letter, words }): Hint => [['G', letter.toUpperCase()], t('app.keys.go', { place: t(words) })]),
    [['?'], t('app.keys.keys')],
    [[t('app.keys.esc')], t('app.keys.back')],
  ];
  const here = hintsShown().filter(([keys]) => !everywhere.some(([other]) => other.join() === keys.join()));
  return (
    <Sheet title={t('app.keys.title')} close={close}>
      {here.length > 0 && <List title={t('app.keys.here')} hints={here} />}
      <List title={t('app.keys.everywhere')} hints={everywhere} />
      <p className={classes.quiet}>{t('app.keys.sleep')}</p>
    </Sheet>
  );
}

function List({ title, hints }: { title: string; hints: readonly Hint[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {hints.map(([keys, what]) => (
          <div key={`${keys.join()} ${what}`}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
