/**
 * The Lab language: statements and nothing else. Which keywords exist, with which arguments and
 * children, is the schema's business; the lexer does not classify words.
 *
 * The parser sees only token streams that fit this grammar: dev.homelabc.syntax.Mender reports and
 * repairs the rest beforehand, so one slip never hides the findings behind it.
 */
grammar Homelab;

unit       : statements EOF ;
statements : statement? (end statement?)* ;
statement  : (WORD | STRING) argument* block? ;
argument   : WORD | STRING | TEXT | list ;
list       : '[' (argument | NEWLINE)* ']' ;
block      : '{' statements '}' ;
end        : NEWLINE | SEMICOLON ;

OPEN       : '{' ;
CLOSE      : '}' ;
LEFT       : '[' ;
RIGHT      : ']' ;
SEMICOLON  : ';' ;
NEWLINE    : '\r'? '\n' ;

// The closing quotes of a text stand alone on their line; no line of it holds three quotes.
TEXT       : '"""' [ \t]* NEWLINE (LINE NEWLINE)* [ \t]* '"""' ;
STRING     : '"' CHARACTER* '"' ;
OPEN_TEXT  : '"""' ~[\r\n]* ;
OPEN_STRING: '"' CHARACTER* '\\'? ;
WORD       : ~[ \t\r\n\f{}[\]";#\uFEFF] ~[ \t\r\n\f{}[\]";]* ;

// A comment ends where its line does, and lines end at LF: a lone CR hides nothing behind it.
COMMENT    : '#' ('\r'* ~[\r\n])* -> channel(HIDDEN) ;
SPACE      : [ \t\r\f\uFEFF]+ -> channel(HIDDEN) ;

fragment CHARACTER : '\\' ~[\r\n] | ~["\\\r\n] ;
fragment LINE      : (~["\r\n] | '"' ~["\r\n] | '""' ~["\r\n])* '"'? '"'? '\r'? ;
