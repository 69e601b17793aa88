import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { PersonSearch } from '../../../ui/person-search.tsx';
import { type SettingsView, useDeputy } from '../api/settings.ts';
import classes from './listed.module.css';

/** Who stands in for me while I am on leave. */
export function Deputy({ deputy }: Pick<SettingsView, 'deputy'>) {
  const { t } = useTranslation();
  const me = useMe();
  const name = useDeputy(me.person);
  const called = deputy && (deputy.name ?? deputy.id);
  return (
    <section aria-labelledby="deputy">
      <h2 id="deputy">{t('settings.deputy')}</h2>
      <p className={classes.quiet}>{t('settings.deputyWhat')}</p>
      {deputy && called ? (
        <ul className={classes.list}>
          <li>
            <Face name={called} size={34} />
            <span className={classes.what}>
              <span className={classes.name}>{called}</span>
              <span className={classes.quiet}>{deputy.id}</span>
            </span>
            <Button
              variant="default"
              onClick={() => name.mutate(null)}
              disabled={name.isPending}
              aria-label={t('settings.noDeputy', { name: called })}
            >
              {t('settings.takeAway')}
            </Button>
          </li>
        </ul>
      ) : (
        <div className={classes.search}>
          <PersonSearch labelId="deputy" without={[me.person]} choose={(id) => name.mutate(id)} />
        </div>
      )}
      {name.isError && <ErrorSentence error={name.error} />}
    </section>
  );
}
