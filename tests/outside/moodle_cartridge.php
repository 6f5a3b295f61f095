<?php
// A copy of Moodle and an unpacked cartridge → as JSON: whether Moodle finds it valid, and what it makes of it.
// What the converter asks of a running Moodle is answered here; its own files are used as they are.
error_reporting(E_ERROR);
define('MOODLE_INTERNAL', true);
[, $moodle, $folder] = $argv;
foreach (['PARAM_RAW', 'PARAM_TEXT', 'PARAM_CLEANHTML', 'PARAM_URL'] as $name) {
    define($name, $name);
}
global $CFG, $USER;
$CFG = (object) ['dirroot' => $moodle, 'libdir' => "$moodle/lib", 'wwwroot' => '', 'dataroot' => $folder,
    'directorypermissions' => 0777, 'release' => '', 'version' => 0];
$USER = (object) ['id' => 1];
function optional_param($name, $default, $type) { return $default; }
function clean_param($text, $type) { return $text; }
function get_string($name, $component = null) { return $name; }
function clean_text($text) { return $text; }
function debugging($text) { fwrite(STDERR, "$text\n"); }
function fulldelete($path) { return true; }
class backup { const LOG_ERROR = 1; }
class core_text {
    static function substr($text, $from, $length = null) { return mb_substr($text, $from, $length); }
    static function strlen($text) { return mb_strlen($text); }
    static function strtolower($text) { return mb_strtolower($text); }
}
require "$moodle/backup/cc/includes/constants.php";
require "$moodle/backup/cc/cc112moodle.php";
require "$moodle/backup/cc/validator.php";
ob_start();
$manifest = cc112moodle::get_manifest($folder);
$valid = (new manifest_validator("$moodle/backup/cc/schemas11"))->validate($manifest);
$said = (string) error_messages::instance();
$done = $valid && (new cc112moodle($manifest))->generate_moodle_xml();
ob_end_clean();
$found = [];
if ($done) {
    $course = new DOMDocument();
    $course->load("$folder/moodle.xml");
    foreach ((new DOMXPath($course))->query('//MODULES/MOD/MODTYPE') as $kind) {
        $type = $kind->parentNode->getElementsByTagName('TYPE')->item(0);
        $name = $kind->nodeValue . ($type ? " ({$type->nodeValue})" : '');
        $found[$name] = ($found[$name] ?? 0) + 1;
    }
}
echo json_encode(['valid' => (bool) $done, 'said' => $said, 'activities' => $found]);
