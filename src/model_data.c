/*
 * The compiled-in models, as bench/train makes them.
 */
#include "model.h"

#include "generated/model_html.inc"

const struct model MODEL_DUMP = {0};
