import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import classes from './act.module.css';

/** A link that looks like what it is: the way to do something. A page has one that is filled. */
export const Act = createLink(({ filled, ...props }: ComponentProps<'a'> & { filled?: boolean }) => (
  <a {...props} className={classes.act} data-filled={filled} />
));
