/** The first page. */
export const start = {
  tagline:
    "Model what you know as a graph, together. Everyone's tab is a real graph database; everyone sees every edit.",
  newGraph: 'New graph',
  tryOut: 'Try it with an example',
  recent: 'Opened recently',
  unsent_one: '1 change kept here, not sent yet',
  unsent_other: '{{count, number}} changes kept here, not sent yet',
  samples: 'Samples',
  samplesLead: 'Each opens as a graph of your own, to try things in.',
  size: '{{nodes, number}} nodes, {{edges, number}} edges',
};
