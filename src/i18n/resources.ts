/** All sentences, by language and area. A file of a language has the English one's type: what is missing does not compile. */

import { access } from './en/access';
import { actions } from './en/actions';
import { algorithms } from './en/algorithms';
import { canvas } from './en/canvas';
import { clipboard } from './en/clipboard';
import { commands } from './en/commands';
import { connection } from './en/connection';
import { console } from './en/console';
import { edgeTypes } from './en/edgeTypes';
import { elements } from './en/elements';
import { errors } from './en/errors';
import { explore } from './en/explore';
import { files } from './en/files';
import { find } from './en/find';
import { firstSteps } from './en/firstSteps';
import { icons } from './en/icons';
import { inspector } from './en/inspector';
import { kit } from './en/kit';
import { labels } from './en/labels';
import { layout } from './en/layout';
import { notices } from './en/notices';
import { page } from './en/page';
import { people } from './en/people';
import { proposal } from './en/proposal';
import { schemaPanel } from './en/schemaPanel';
import { share } from './en/share';
import { start } from './en/start';
import { steps } from './en/steps';
import { styling } from './en/styling';
import { together } from './en/together';
import { topBar } from './en/topBar';
import { types } from './en/types';
import { unkept } from './en/unkept';
import { view } from './en/view';
import { views } from './en/views';
import { access as accessJa } from './ja/access';
import { actions as actionsJa } from './ja/actions';
import { algorithms as algorithmsJa } from './ja/algorithms';
import { canvas as canvasJa } from './ja/canvas';
import { clipboard as clipboardJa } from './ja/clipboard';
import { commands as commandsJa } from './ja/commands';
import { connection as connectionJa } from './ja/connection';
import { console as consoleJa } from './ja/console';
import { edgeTypes as edgeTypesJa } from './ja/edgeTypes';
import { elements as elementsJa } from './ja/elements';
import { errors as errorsJa } from './ja/errors';
import { explore as exploreJa } from './ja/explore';
import { files as filesJa } from './ja/files';
import { find as findJa } from './ja/find';
import { firstSteps as firstStepsJa } from './ja/firstSteps';
import { icons as iconsJa } from './ja/icons';
import { inspector as inspectorJa } from './ja/inspector';
import { kit as kitJa } from './ja/kit';
import { labels as labelsJa } from './ja/labels';
import { layout as layoutJa } from './ja/layout';
import { notices as noticesJa } from './ja/notices';
import { page as pageJa } from './ja/page';
import { people as peopleJa } from './ja/people';
import { proposal as proposalJa } from './ja/proposal';
import { schemaPanel as schemaPanelJa } from './ja/schemaPanel';
import { share as shareJa } from './ja/share';
import { start as startJa } from './ja/start';
import { steps as stepsJa } from './ja/steps';
import { styling as stylingJa } from './ja/styling';
import { together as togetherJa } from './ja/together';
import { topBar as topBarJa } from './ja/topBar';
import { types as typesJa } from './ja/types';
import { unkept as unkeptJa } from './ja/unkept';
import { view as viewJa } from './ja/view';
import { views as viewsJa } from './ja/views';

export const en = {
  algorithms,
  commands,
  clipboard,
  inspector,
  labels,
  edgeTypes,
  canvas,
  access,
  connection,
  console,
  errors,
  kit,
  layout,
  notices,
  page,
  people,
  proposal,
  schemaPanel,
  share,
  start,
  steps,
  styling,
  together,
  topBar,
  unkept,
  actions,
  explore,
  files,
  find,
  firstSteps,
  view,
  views,
  types,
  elements,
  icons,
};
const ja: typeof en = {
  algorithms: algorithmsJa,
  commands: commandsJa,
  clipboard: clipboardJa,
  inspector: inspectorJa,
  labels: labelsJa,
  edgeTypes: edgeTypesJa,
  canvas: canvasJa,
  access: accessJa,
  connection: connectionJa,
  console: consoleJa,
  errors: errorsJa,
  kit: kitJa,
  layout: layoutJa,
  notices: noticesJa,
  page: pageJa,
  people: peopleJa,
  proposal: proposalJa,
  schemaPanel: schemaPanelJa,
  share: shareJa,
  start: startJa,
  steps: stepsJa,
  styling: stylingJa,
  together: togetherJa,
  topBar: topBarJa,
  unkept: unkeptJa,
  explore: exploreJa,
  files: filesJa,
  find: findJa,
  firstSteps: firstStepsJa,
  view: viewJa,
  views: viewsJa,
  actions: actionsJa,
  types: typesJa,
  elements: elementsJa,
  icons: iconsJa,
};

export const resources = { en, ja };
