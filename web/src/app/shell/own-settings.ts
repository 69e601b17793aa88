import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Me } from '../../api/me.ts';
import { readIn } from '../../format/reader.ts';
import { speak } from '../../words/language.ts';

/** The screen speaks and looks as the person wants it on every device; days are those of where they work. */
export function useOwnSettings({ locale, timeZone, theme }: Me): void {
  const { setColorScheme } = useMantineColorScheme();
  readIn(timeZone);
  useEffect(() => {
    if (locale) void speak(locale);
  }, [locale]);
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
}
