/*
 * The compiled-in models, as bench/train makes them.
 */
#include "model.h"

const struct model MODEL_HTML = {0}, MODEL_DUMP = {0};
