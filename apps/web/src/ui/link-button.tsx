import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A button that leads to another page of the desk: an anchor, so that it opens in a new tab like any other. */
export const LinkButton = createLink(Button);
