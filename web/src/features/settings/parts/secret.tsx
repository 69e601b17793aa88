import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './listed.module.css';

/** What is shown this once: nobody can look it up again. */
export function Secret({ what, secret }: { what: string; secret: string }) {
  const { t } = useTranslation();
  const [copied, copy] = useState(false);
  return (
    <div className={classes.secret} role="status">
      <p>{what}</p>
      <code>{secret}</code>
      <Button
        variant="default"
        onClick={() =>
          void navigator.clipboard.writeText(secret).then(
            () => copy(true),
            () => copy(false),
          )
        }
      >
        {t(copied ? 'settings.copied' : 'settings.copy')}
      </Button>
    </div>
  );
}
