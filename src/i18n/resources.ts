/** All sentences, by language and area. A file of a language has the English one's type: what is missing does not compile. */

import { access } from './en/access';
import { actions } from './en/actions';
import { canvas } from './en/canvas';
import { clipboard } from './en/clipboard';
import { commands } from './en/commands';
import { connection } from './en/connection';
import { edgeTypes } from './en/edgeTypes';
import { errors } from './en/errors';
import { files } from './en/files';
import { find } from './en/find';
import { inspector } from './en/inspector';
import { kit } from './en/kit';
import { labels } from './en/labels';
import { layout } from './en/layout';
import { notices } from './en/notices';
import { page } from './en/page';
import { people } from './en/people';
import { share } from './en/share';
import { start } from './en/start';
import { topBar } from './en/topBar';
import { unkept } from './en/unkept';
import { view } from './en/view';
import { access as accessJa } from './ja/access';
import { actions as actionsJa } from './ja/actions';
import { canvas as canvasJa } from './ja/canvas';
import { clipboard as clipboardJa } from './ja/clipboard';
import { commands as commandsJa } from './ja/commands';
import { connection as connectionJa } from './ja/connection';
import { edgeTypes as edgeTypesJa } from './ja/edgeTypes';
import { errors as errorsJa } from './ja/errors';
import { files as filesJa } from './ja/files';
import { find as findJa } from './ja/find';
import { inspector as inspectorJa } from './ja/inspector';
import { kit as kitJa } from './ja/kit';
import { labels as labelsJa } from './ja/labels';
import { layout as layoutJa } from './ja/layout';
import { notices as noticesJa } from './ja/notices';
import { page as pageJa } from './ja/page';
import { people as peopleJa } from './ja/people';
import { share as shareJa } from './ja/share';
import { start as startJa } from './ja/start';
import { topBar as topBarJa } from './ja/topBar';
import { unkept as unkeptJa } from './ja/unkept';
import { view as viewJa } from './ja/view';

export const en = {
  commands,
  clipboard,
  inspector,
  labels,
  edgeTypes,
  canvas,
  access,
  connection,
  errors,
  kit,
  layout,
  notices,
  page,
  people,
  share,
  start,
  topBar,
  unkept,
  actions,
  files,
  find,
  view,
};
const ja: typeof en = {
  commands: commandsJa,
  clipboard: clipboardJa,
  inspector: inspectorJa,
  labels: labelsJa,
  edgeTypes: edgeTypesJa,
  canvas: canvasJa,
  access: accessJa,
  connection: connectionJa,
  errors: errorsJa,
  kit: kitJa,
  layout: layoutJa,
  notices: noticesJa,
  page: pageJa,
  people: peopleJa,
  share: shareJa,
  start: startJa,
  topBar: topBarJa,
  unkept: unkeptJa,
  files: filesJa,
  find: findJa,
  view: viewJa,
  actions: actionsJa,
};

export const resources = { en, ja };
