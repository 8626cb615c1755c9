import nlp = require('compromise/one');

export = nlp;
